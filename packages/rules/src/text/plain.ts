/** A spreadsheet's text normalized for comparison: capitals and spaces do not count. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
