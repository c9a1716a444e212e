/** The years to prepare on a day: its own, and from October the next, which must be ready before it starts. */
export function yearsToPlan(today: string): number[] {
  const year = Number(today.slice(0, 4))
  return today.slice(5, 7) >= '10' ? [year, year + 1] : [year]
}
