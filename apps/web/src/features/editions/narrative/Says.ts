import type { NarrativePiece } from '@sepakat/rules/editions/Narrative.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'

export type SaidText = ResponseOf<'POST /editions/:id/said'>
export type SaidChip = SaidText['said'][number]
export type FoundFigure = ResponseOf<'GET /editions/:id/figures'>['items'][number]

/** A figure or a direction in a sentence. */
export type Chip = Exclude<NarrativePiece, { piece: 'text' }>

/** What chips say now, by what they are: the same figure is said alike wherever it is. */
export type Says = ReadonlyMap<string, SaidChip>

/** What a chip says follows from all of it but what was seen. */
export const chipKey = ({ seen: _, ...chip }: Chip): string => JSON.stringify(sorted(chip))

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, part]) => [name, sorted(part)])
    : value

/** What was seen and what is said now, where these differ. */
export function changeOf(chip: Chip, now: string | undefined): { seen: string; now: string } | null {
  return now !== undefined && chip.seen !== undefined && chip.seen !== now ? { seen: chip.seen, now } : null
}
