package plan

// FirstDay and LastDay are the first and the last day of a date, "YYYY-MM-DD", by which
// dates compare as text: of "2024-Q1" they are 2024-01-01 and 2024-03-31. Every month is
// taken to end with a 31st.
func (d Date) FirstDay() string { return d.edge("-01", "-01", [4]string{"-01", "-04", "-07", "-10"}) }
func (d Date) LastDay() string  { return d.edge("-12", "-31", [4]string{"-03", "-06", "-09", "-12"}) }

func (d Date) edge(month, day string, quarters [4]string) string {
	s := string(d)
	switch {
	case len(s) == 4:
		return s + month + day
	case len(s) == 7 && s[5] == 'Q' && s[6] >= '1' && s[6] <= '4':
		return s[:4] + quarters[s[6]-'1'] + day
	case len(s) == 7:
		return s + day
	}
	return s
}
