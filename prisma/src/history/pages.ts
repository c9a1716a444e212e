/** Reads everything in pages by keyset, so that a large table is never in memory whole. */
export async function* pages<Row>(
  first: readonly unknown[],
  read: (after: readonly unknown[]) => Promise<Row[]>,
  keyOf: (row: Row) => readonly unknown[],
): AsyncGenerator<Row[]> {
  for (let after = first; ; ) {
    const rows = await read(after)
    if (rows.length === 0) return
    yield rows
    after = keyOf(rows.at(-1)!)
  }
}
