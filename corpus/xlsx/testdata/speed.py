#!/usr/bin/env python3
"""speed.py FILE.xlsx: how long XlsxWriter takes to write the cells of a workbook.

FILE is what "go test ./corpus/xlsx -run Speed -speed 1000 -speedfile FILE" wrote. Its cells
are read first, and that is not timed. They are written twice, plainly and with constant_memory.
Needs Debian's python3-xlsxwriter."""
import os, re, resource, sys, tempfile, time, zipfile
import xml.etree.ElementTree as ET
import xlsxwriter

NS = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def cells(z, name):
    """yields (row, column, value) of one sheet"""
    for _, el in ET.iterparse(z.open(name)):
        if el.tag != NS + 'row':
            continue
        for c in el:
            m = re.match(r'([A-Z]+)(\d+)', c.get('r'))
            col = 0
            for ch in m[1]:
                col = col * 26 + ord(ch) - 64
            if c.get('t') == 'inlineStr':
                v = ''.join(t.text or '' for t in c.iter(NS + 't'))
            else:
                t = c.find(NS + 'v')
                v = float(t.text) if t is not None else None
            yield int(m[2]) - 1, col - 1, v
        el.clear()


def write(sheets, constant):
    out = tempfile.NamedTemporaryFile(suffix='.xlsx', delete=False).name
    start, cpu = time.time(), time.process_time()
    book = xlsxwriter.Workbook(out, {'constant_memory': constant, 'strings_to_formulas': False, 'strings_to_urls': False})
    plain = book.add_format({'text_wrap': True, 'valign': 'top', 'border': 1})
    for i, sheet in enumerate(sheets):
        ws = book.add_worksheet(f'S{i}')
        for r, c, v in sheet:
            if v is None:
                ws.write_blank(r, c, None, plain)
            elif isinstance(v, float):
                ws.write_number(r, c, v, plain)
            else:
                ws.write_string(r, c, v, plain)
    book.close()
    took = time.time() - start, time.process_time() - cpu
    os.remove(out)
    return took


def main():
    z = zipfile.ZipFile(sys.argv[1])
    names = [n for n in z.namelist() if n.startswith('xl/worksheets/sheet')]
    sheets = [list(cells(z, n)) for n in names]
    print(f'{sum(map(len, sheets))} cells in {len(sheets)} sheets')
    for constant in (True, False):
        wall, cpu = write(sheets, constant)
        print(f'XlsxWriter, constant_memory={constant}: {wall:.1f} s, {cpu:.1f} s of processor', flush=True)
    print(f'peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB, the list of cells included')


main()
