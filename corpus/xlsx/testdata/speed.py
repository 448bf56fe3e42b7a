#!/usr/bin/env python3
"""speed.py [PLANS]: how long the workbook of so many plans takes, and how long XlsxWriter
takes to write the same cells, in one run. Run it in the folder of the package.

Ours is written first, by the package's own TestSpeed, which makes the plans. Its cells are
read back, which is not timed, and XlsxWriter writes them, plainly and with constant_memory;
then ours is written again, as the machine may have grown busier. What counts on a busy
machine is the time of processor. Needs Debian's python3-xlsxwriter."""
import os, re, resource, subprocess, sys, tempfile, time, zipfile
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


def ours(plans, out):
    said = subprocess.run(['go', 'test', '.', '-count=1', '-run', '^TestSpeed$', '-v', '-speed', str(plans), '-speedfile', out],
                          check=True, capture_output=True, text=True).stdout
    print(re.search(r'.*aligned in.*', said)[0], flush=True)
    m = re.search(r'written in ([\d.]+) s, ([\d.]+) s', said)
    return float(m[1]), float(m[2])


def main():
    plans = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    out = tempfile.NamedTemporaryFile(suffix='.xlsx', delete=False).name
    took = [('ours', *ours(plans, out))]
    z = zipfile.ZipFile(out)
    sheets = [list(cells(z, n)) for n in z.namelist() if n.startswith('xl/worksheets/sheet')]
    print(f'{sum(map(len, sheets))} cells in {len(sheets)} sheets', flush=True)
    took.append(('XlsxWriter, constant_memory', *write(sheets, True)))
    took.append(('XlsxWriter', *write(sheets, False)))
    took.append(('ours again', *ours(plans, out)))
    os.remove(out)
    wall, cpu = took[1][1:]
    for name, w, c in took:
        print(f'{name:28} {w:7.1f} s = {w / wall:.2f} x   {c:7.1f} s of processor = {c / cpu:.2f} x')


main()
