package object

import (
	"bytes"
	"crypto/aes"
	stdcipher "crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"fmt"

	"kehoach/ingest/pdf/syntax"
)

// cipher is the standard security handler of a file (ISO 32000-1 §7.6 and, for
// revision 6, ISO 32000-2 §7.6).
type cipher struct {
	key     []byte
	streams method
	strings method
	named   map[string]method // for streams that name a method of their own
}

// method of deciphering, as files name it. Anything else deciphers nothing.
type method string

const (
	methodRC4    method = "V2"
	methodAES    method = "AESV2"
	methodAES256 method = "AESV3"
)

func (m method) known() bool { return m == methodRC4 || m == methodAES || m == methodAES256 }

// security holds the entries of the Encrypt dictionary.
type security struct {
	version, revision, bits    int
	owner, user, ownerE, userE []byte
	permissions                uint32
	id                         []byte
	encryptMetadata            bool
	streams, strings           method
	named                      map[string]method
	handler                    string
}

// newCipher returns the cipher of a file, nil where it is not enciphered.
func newCipher(x *index, password string) (*cipher, error) {
	dict, id := encryption(x)
	if dict.Kind != syntax.Dict {
		return nil, nil
	}
	s := readSecurity(x, dict, id)
	if !s.used() {
		return nil, nil
	}
	if !s.supported() {
		return nil, fmt.Errorf("open PDF: %s version %d: %w", s.handler, s.version, ErrCipher)
	}
	for _, p := range []string{"", password} {
		if key := s.unlock([]byte(p)); key != nil {
			return &cipher{key: key, streams: s.streams, strings: s.strings, named: s.named}, nil
		}
	}
	if !s.streams.known() {
		return nil, nil // only attachments are enciphered
	}
	return nil, ErrPassword
}

func encryption(x *index) (dict syntax.Object, id []byte) {
	for i := len(x.trailers) - 1; i >= 0; i-- {
		t := x.trailers[i]
		if items := t.Key("ID").Items; len(items) > 0 && id == nil {
			id = items[0].Text
		}
		e := t.Key("Encrypt")
		if e.Kind == syntax.Ref && x.objects[int(e.Num)] != nil {
			e = x.objects[int(e.Num)].dict
		}
		if e.Kind == syntax.Dict && dict.Kind == syntax.EOF {
			dict = e
		}
	}
	return dict, id
}

func readSecurity(x *index, dict syntax.Object, id []byte) *security {
	at := func(key string) syntax.Object { return x.resolve(dict.Key(key)) }
	s := &security{
		version: at("V").Int(), revision: at("R").Int(), bits: at("Length").Int(),
		owner: at("O").Text, user: at("U").Text, ownerE: at("OE").Text, userE: at("UE").Text,
		permissions: uint32(int64(at("P").Num)), id: id,
		encryptMetadata: !at("EncryptMetadata").Is(syntax.Operator, "false"),
		handler:         string(at("Filter").Text),
		streams:         methodRC4, strings: methodRC4,
	}
	switch s.version {
	case 1:
		s.bits = 40
	case 4, 5:
		s.bits = 128
		s.named = map[string]method{}
		filters := at("CF")
		for i := 0; i+1 < len(filters.Items); i += 2 {
			s.named[string(filters.Items[i].Text)] = method(x.resolve(x.resolve(filters.Items[i+1]).Key("CFM")).Text)
		}
		s.streams, s.strings = s.named[string(at("StmF").Text)], s.named[string(at("StrF").Text)]
	}
	if s.bits < 40 || s.bits > 128 || s.bits%8 != 0 {
		s.bits = 40
	}
	return s
}

// used reports whether anything is enciphered.
func (s *security) used() bool {
	for _, m := range s.named {
		if m.known() {
			return true
		}
	}
	return s.streams.known() || s.strings.known()
}

func (s *security) supported() bool {
	switch {
	case s.handler != "Standard":
		return false
	case s.version == 5:
		return len(s.owner) >= 48 && len(s.user) >= 48 && len(s.ownerE) >= 32 && len(s.userE) >= 32
	}
	return s.version >= 1 && s.version <= 4 && len(s.owner) >= 32 && len(s.user) >= 32
}

// unlock returns the key of the file if password is its user's or owner's.
func (s *security) unlock(password []byte) []byte {
	if s.version == 5 {
		return s.unlock256(password)
	}
	if key := s.userKey(password); key != nil {
		return key
	}
	return s.userKey(s.userPassword(password))
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func pad(password []byte) []byte {
	return append(bytes.Clone(password[:min(32, len(password))]), padding...)[:32]
}

// userKey is algorithm 2, checked by algorithms 4 and 5: nil if the password is wrong.
func (s *security) userKey(password []byte) []byte {
	h := md5.New()
	h.Write(pad(password))
	h.Write(s.owner[:32])
	_ = binary.Write(h, binary.LittleEndian, s.permissions)
	h.Write(s.id)
	if s.revision >= 4 && !s.encryptMetadata {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	n := s.bits / 8
	if s.revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	key = key[:n]
	if s.revision == 2 {
		if !bytes.Equal(xor(key, padding), s.user[:32]) {
			return nil
		}
		return key
	}
	sum := md5.Sum(append(bytes.Clone(padding), s.id...))
	check := sum[:]
	for i := range 20 {
		check = xor(turned(key, byte(i)), check)
	}
	if !bytes.Equal(check, s.user[:16]) {
		return nil
	}
	return key
}

// userPassword is algorithm 7: what the owner's password makes of the entry O.
func (s *security) userPassword(owner []byte) []byte {
	sum := md5.Sum(pad(owner))
	key := sum[:]
	n := s.bits / 8
	if s.revision >= 3 {
		for range 50 {
			sum = md5.Sum(key)
			key = sum[:]
		}
	}
	key = key[:n]
	if s.revision == 2 {
		return xor(key, s.owner[:32])
	}
	password := s.owner[:32]
	for i := 19; i >= 0; i-- {
		password = xor(turned(key, byte(i)), password)
	}
	return password
}

// xor returns data enciphered, which is the same as deciphered, by RC4.
func xor(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

func turned(key []byte, with byte) []byte {
	out := bytes.Clone(key)
	for i := range out {
		out[i] ^= with
	}
	return out
}

// unlock256 is algorithm 2.A: keys of 256 bits.
func (s *security) unlock256(password []byte) []byte {
	password = password[:min(127, len(password))]
	user := s.user[:48]
	for _, try := range []struct{ hash, extra, wrapped []byte }{{s.user, nil, s.userE}, {s.owner, user, s.ownerE}} {
		if !bytes.Equal(s.hash(password, try.hash[32:40], try.extra), try.hash[:32]) {
			continue
		}
		block, err := aes.NewCipher(s.hash(password, try.hash[40:48], try.extra))
		if err != nil {
			return nil
		}
		key := make([]byte, 32)
		stdcipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, try.wrapped[:32])
		return key
	}
	return nil
}

// hash is algorithm 2.B; revision 5 took its first step only.
func (s *security) hash(password, salt, user []byte) []byte {
	sum := sha256.Sum256(bytes.Join([][]byte{password, salt, user}, nil))
	k := sum[:]
	if s.revision < 6 {
		return k
	}
	for round := 1; ; round++ {
		e := bytes.Repeat(bytes.Join([][]byte{password, k, user}, nil), 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		stdcipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, c := range e[:16] {
			rest += int(c)
		}
		switch rest % 3 {
		case 0:
			h := sha256.Sum256(e)
			k = h[:]
		case 1:
			h := sha512.Sum384(e)
			k = h[:]
		default:
			h := sha512.Sum512(e)
			k = h[:]
		}
		if round >= 64 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

// stream deciphers the bytes of a stream, by the method that its filter Crypt names if
// it has one.
func (c *cipher) stream(e *entry, raw []byte, filters []string, params []syntax.Object) []byte {
	if e.dict.Key("Type").Is(syntax.Name, "XRef") {
		return raw
	}
	m := c.streams
	for i, f := range filters {
		if f == "Crypt" {
			m = c.named[string(params[i].Key("Name").Text)]
		}
	}
	return c.decipher(m, e, raw)
}

func (c *cipher) decipher(m method, e *entry, raw []byte) []byte {
	if !m.known() {
		return raw
	}
	key := c.key
	if m != methodAES256 {
		n, g := uint32(e.number), uint32(e.generation)
		mixed := append(bytes.Clone(key), byte(n), byte(n>>8), byte(n>>16), byte(g), byte(g>>8))
		if m == methodAES {
			mixed = append(mixed, "sAlT"...)
		}
		sum := md5.Sum(mixed)
		key = sum[:min(16, len(key)+5)]
	}
	if m == methodRC4 {
		return xor(key, raw)
	}
	return unAES(key, raw)
}

// plain returns an object with its strings deciphered.
func (c *cipher) plain(e *entry, o syntax.Object) syntax.Object {
	if o.Kind == syntax.String {
		o.Text = c.decipher(c.strings, e, o.Text)
	}
	if len(o.Items) > 0 {
		items := make([]syntax.Object, len(o.Items))
		for i, item := range o.Items {
			items[i] = c.plain(e, item)
		}
		o.Items = items
	}
	return o
}

// unAES deciphers AES in CBC mode, the start in front, the padding behind cut off.
func unAES(key, raw []byte) []byte {
	if len(raw) < 32 {
		return nil
	}
	start, body := raw[:16], raw[16:len(raw)-len(raw)%16]
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(body))
	stdcipher.NewCBCDecrypter(block, start).CryptBlocks(out, body)
	if n := int(out[len(out)-1]); n >= 1 && n <= 16 {
		out = out[:len(out)-n]
	}
	return out
}
