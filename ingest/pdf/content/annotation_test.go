package content

import "testing"

func TestAnnotations(t *testing.T) {
	const appearance = "/AP<</N 7 0 R>>" // shows "form", its box being empty, 100 to the right
	for name, c := range map[string]struct{ annotation, want string }{
		"appearance":          {"/Subtype/FreeText/Rect[10 20 60 40]" + appearance, "a@0,0 f@10,20 o@15,20 r@20,20 m@25,20"},
		"hidden":              {"/Subtype/FreeText/F 2/Rect[10 20 60 40]" + appearance, "a@0,0"},
		"popup":               {"/Subtype/Popup/Rect[10 20 60 40]" + appearance, "a@0,0"},
		"signature":           {"/Subtype/Widget/FT/Sig/Rect[10 20 60 40]" + appearance, "a@0,0"},
		"state":               {"/Subtype/Widget/FT/Btn/AS/On/Rect[10 20 60 40]/AP<</N<</On 7 0 R>>>>", "a@0,0 f@10,20 o@15,20 r@20,20 m@25,20"},
		"state off":           {"/Subtype/Widget/FT/Btn/AS/Off/Rect[10 20 60 40]/AP<</N<</On 7 0 R>>>>", "a@0,0"},
		"field":               {"/Subtype/Widget/FT/Tx/V(No)/DA(/F1 10 Tf 0 g)/Rect[10 20 60 40]", "a@0,0 N@12,27 o@17,27"},
		"field above":         {"/Subtype/Widget/Parent<</FT/Tx/V(N)>>/DA(/F1 10 Tf)/Rect[10 20 60 40]", "a@0,0 N@12,27"},
		"field of lines":      {"/Subtype/Widget/FT/Tx/V(N\\nM)/DA(/F1 10 Tf)/Rect[10 20 60 60]", "a@0,0 N@12,50 M@12,38"},
		"field not drawn":     {"/Subtype/Widget/FT/Tx/V(N)/DA(/F1 10 Tf)/Rect[10 20 60 40]/AP<</N 9 0 R>>", "a@0,0 N@12,27"},
		"field of a password": {"/Subtype/Widget/FT/Tx/Ff 8192/V(N)/DA(/F1 10 Tf)/Rect[10 20 60 40]", "a@0,0"},
		"typed on":            {"/Subtype/FreeText/Contents(N)/DA(0 g /F1 10 Tf)/Rect[10 20 60 40]", "a@0,0 N@12,27"},
		"note":                {"/Subtype/Text/Contents(N)/Rect[10 20 60 40]", "a@0,0"},
		"not even a dict":     {"/Rect 7", "a@0,0"},
	} {
		p := page(t, "BT /F1 10 Tf (a) Tj ET", "/Annots[<<"+c.annotation+">>]")
		if got := show(p); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestAppearance(t *testing.T) {
	m := appearance(Rule{10, 20, 30, 60}, Rule{0, 0, 10, 10}, matrix{0, 1, -1, 0, 10, 0})
	if m != (matrix{2, 0, 0, 4, 10, 20}) {
		t.Errorf("got %v", m)
	}
}
