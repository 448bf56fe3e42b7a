module kehoach

go 1.26.0

require golang.org/x/text v0.43.0

require (
	github.com/gofrs/flock v0.13.1
	github.com/ledongthuc/pdf v0.0.0-20260907135840-6c8c28e0e8a0
)

require golang.org/x/sys v0.47.0 // indirect
