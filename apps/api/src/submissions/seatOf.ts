/** Where an office is, as its letters say: its own place, else the region by its name alone. */
export const seatOf = (letterhead: { place: string } | null, region: { name: string }): string =>
  letterhead?.place || region.name.replace(/^(Kabupaten|Kota)\s+/, '')
