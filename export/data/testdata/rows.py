# Prints the rows of tables, one JSON array a line, as another program reads them, each
# table behind the path of its file. Missing values are null, all others text.
import csv
import json
import sys

csv.field_size_limit(1 << 30)


def duckdb_rows(path):
    import duckdb

    duckdb.sql("SET enable_progress_bar = false")  # it would stand among the results
    return duckdb.sql("SELECT * FROM read_parquet(?)", params=[path]).fetchall()


def pyarrow_rows(path):
    import pyarrow.parquet

    return [r.values() for r in pyarrow.parquet.read_table(path).to_pylist()]


def csv_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return [[v or None for v in r] for r in csv.reader(f)][1:]


def text(v):
    if v is None:
        return None
    if isinstance(v, bool):
        return "true" if v else "false"
    return str(v)


rows_of = {"duckdb": duckdb_rows, "pyarrow": pyarrow_rows, "csv": csv_rows}[sys.argv[1]]
for path in sys.argv[2:]:
    print(json.dumps(path))
    for row in rows_of(path):
        print(json.dumps([text(v) for v in row]))
