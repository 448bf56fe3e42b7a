package outline

import "strings"

// A plan may head the duties of a body with its name alone, without a number: "Tỉnh đoàn:" over
// bullets. Behind the bullets of one the name of the next begins anew.

// markBodies gives such lines a level of their own, above bullets, where there are two or more.
func markBodies(ps []*Para) {
	var heads []*Para
	within := false
	for i, p := range ps {
		if p.Marker.Style == Roman || p.Item != nil {
			within = p.Item != nil
		}
		if within {
			continue // within a model they head its duties
		}
		if i+1 < len(ps) && namesBodiesBelow(p) && ps[i+1].Marker.Style >= Dash && ps[i+1].Cells == nil {
			heads = append(heads, p)
		}
	}
	if len(heads) < 2 {
		return
	}
	for _, p := range heads {
		p.beside = LowRoman
	}
}

// namesBodiesBelow reports whether p is nothing but names of bodies and a colon.
func namesBodiesBelow(p *Para) bool {
	named, ok := strings.CutSuffix(p.Text, ":")
	return ok && p.Marker.Style == None && p.Label == nil && p.Cells == nil && p.beside == None &&
		!moreThan(longestHead, named) && namesBodyFirst(named) && isUpperFirst(named) && namesOnly(named)
}

// longestHead is the words and marks of such a line, at most.
const longestHead = 24
