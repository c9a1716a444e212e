/** Words of a spreadsheet as they are compared: capitals and spaces are a matter of who typed them. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
