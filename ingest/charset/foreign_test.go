package charset

import (
	"strings"
	"testing"
)

func TestForeign(t *testing.T) {
	for text, want := range map[string]bool{
		"The quick brown fox jumps over the lazy dog": true,
		"Příliš žluťoučký kůň úpěl ďábelské ódy":      true,
		"Все люди рождаются свободными":               true,
		"盛规鑫新喜谷诚镇初中李新录":                               true,
		"كل الناس يولدون أحرارا":                      true,
		"7KLV LV D WHVW ZLWK ZURQJ FRGHV":             false,
		"K ho ch th c hi n các mô hình đi m":          false,
		"KÕ ho¹ch thùc hiÖn c¸c m« h×nh ®iÓm":         false,
		"\uFFFD\uFFFDa\uFFFD the \uFFFD":              false,
		"Kế hoạch thực hiện các mô hình điểm":         false,
		"": false,
	} {
		if got := Foreign(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestLegible(t *testing.T) {
	for text, want := range map[string]bool{
		"a b c d e f g h": true,
		"Arabic: مرحبا Russian: Привет English: Hello World": true,
		"A = 0.55 B = 0.60 Gamma":                   true,
		"WhitePoint 1.0 BlackPoint 1.0":             true,
		"7KLV LV D WHVW ZLWK ZURQJ FRGHV":           false,
		"KÕ ho¹ch thùc hiÖn c¸c m« h×nh ®iÓm":       false,
		"Ԕΰϸ Ї́Ψ ߙÎϣ ķϙʆϢ":                          false,
		"\uFFFD\uFFFDa\uFFFD the \uFFFD":            false,
		"Kmx hxbfch thrc hzn ccb mbn hdnh ngn mljk": false,
	} {
		if !want {
			text = strings.Repeat(text+" ", 4) // a few words are not condemned
		}
		if got := Legible(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestEnglish(t *testing.T) {
	for text, want := range map[string]bool{
		"Notice of the public hearing":                                              true,
		"Ke hoach trien khai thuc hien De an phat trien ung dung du lieu ve dan cu": false,
		"": false,
	} {
		if got := English(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
