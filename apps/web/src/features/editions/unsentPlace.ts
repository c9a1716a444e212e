/** Where the unsent text of a section is stored on the device. */
export const unsentPlace = (edition: string, section: string): string => `edition ${edition} ${section}`
