package index

import (
	"strconv"
	"time"
)

// lastDay returns the last day of a date of the contract: "2024-02" is 2024-02-29,
// "2024-Q1" 2024-03-31. What is no such date is returned as it is.
func lastDay(date string) string {
	switch len(date) {
	case len("2006"):
		return date + "-12-31"
	case len("2006-01"):
		month := quarterMonth(date)
		if month == 0 {
			month, _ = strconv.Atoi(date[5:])
		}
		year, err := strconv.Atoi(date[:4])
		if err != nil || month < 1 || month > 12 {
			return date
		}
		return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	}
	return date
}

// quarterMonth returns the last month of a date "2024-Q1", or 0.
func quarterMonth(date string) int {
	if len(date) == len("2006-Q1") && date[5] == 'Q' && '1' <= date[6] && date[6] <= '4' {
		return 3 * int(date[6]-'0')
	}
	return 0
}

// quarter returns the quarter of a date, "2024-Q1", or "" where only the year is known.
func quarter(date string) string {
	if quarterMonth(date) != 0 {
		return date
	}
	if len(date) < len("2006-01") {
		return ""
	}
	month, err := strconv.Atoi(date[5:7])
	if err != nil {
		return ""
	}
	return date[:5] + "Q" + strconv.Itoa((month+2)/3)
}
