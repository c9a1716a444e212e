import type { Sheet } from '../model/sheet.ts'

/** The next of these rows after the current one, in the order of the form; after the last comes the first. */
export function nextMissing(sheet: Sheet, anchors: readonly string[], hand: string | null): string | undefined {
  const order = (anchor: string | null) => sheet.rows.findIndex(row => row.anchor === anchor)
  return anchors.find(anchor => order(anchor) > order(hand)) ?? anchors[0]
}
