package main

import (
	"database/sql"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite"

	"kehoach/extract/plan"
)

type sqlite struct{ db *sql.DB }

const schema = `
CREATE TABLE docs(id INTEGER PRIMARY KEY, plan TEXT, model INTEGER, province TEXT, lead TEXT, tool TEXT, year TEXT, due TEXT, title TEXT, body TEXT);
CREATE VIRTUAL TABLE fts USING fts5(title, body, content='docs', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE INDEX docs_due ON docs(year, due);`

func openSQLite(dir string) (*sqlite, error) {
	db, err := sql.Open("sqlite", filepath.Join(dir, "docs.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)")
	return &sqlite{db}, err
}

func buildSQLite(dir string, made []*plan.Extraction) error {
	s, err := openSQLite(dir)
	if err != nil {
		return err
	}
	if _, err := s.db.Exec(schema); err != nil {
		return err
	}
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	doc, err := tx.Prepare("INSERT INTO docs VALUES(?,?,?,?,?,?,?,?,?,?)")
	if err != nil {
		return err
	}
	fts, err := tx.Prepare("INSERT INTO fts(rowid, title, body) VALUES(?,?,?)")
	if err != nil {
		return err
	}
	id := 0
	for _, x := range made {
		for _, m := range x.Models {
			id++
			body := []string{*m.Objective}
			for _, a := range m.Assignments {
				body = append(body, a.Text)
			}
			text := strings.Join(body, "\n")
			_, err := doc.Exec(id, x.Plan.ID, m.Number, *x.Plan.Locality.Province, m.Lead[0].Canonical, m.Tools[0].Canonical,
				string(*x.Plan.Date)[:4], string(*m.Timeline.End), m.Title, text)
			if err == nil {
				_, err = fts.Exec(id, m.Title, text)
			}
			if err != nil {
				return err
			}
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = s.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	if err != nil {
		return err
	}
	return s.db.Close()
}

// query runs a query and reads all of its rows.
func (s *sqlite) query(q string, args ...any) error {
	rows, err := s.db.Query(q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values := make([]any, len(columns))
	for i := range values {
		values[i] = new(any)
	}
	for rows.Next() {
		if err := rows.Scan(values...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ask answers with the ten best, and the number of all.
func (s *sqlite) ask(a ask) error {
	from := " FROM fts JOIN docs ON docs.id = fts.rowid WHERE fts MATCH ?"
	order, count := " ORDER BY bm25(fts, 3, 1) LIMIT 10", "SELECT count(*) FROM fts WHERE fts MATCH ?"
	what := "docs.plan, docs.model, docs.title"
	if a.snippets {
		what += ", snippet(fts, 1, '<mark>', '</mark>', '', 40)"
	}
	if a.sorted {
		from += " AND docs.year = '2023' AND docs.due BETWEEN '2024-01-01' AND '2024-12-31'"
		order, count = " ORDER BY docs.due LIMIT 10 OFFSET 20", "SELECT count(*)"+from
	}
	if err := s.query("SELECT "+what+from+order, a.match); err != nil {
		return err
	}
	if err := s.query(count, a.match); err != nil {
		return err
	}
	if a.facets {
		for _, column := range []string{"province", "lead", "tool", "year"} {
			if err := s.query("SELECT "+column+", count(*)"+from+" GROUP BY 1", a.match); err != nil {
				return err
			}
		}
	}
	return nil
}
