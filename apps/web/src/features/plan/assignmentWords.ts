import type { IconName } from '#ui/icons/Icon.tsx'
import type { TagTone } from '#ui/Tag.tsx'
import type { AssignmentState } from './queries.ts'

/** The states of a row, those that need attention first. */
export const assignmentWords: Record<AssignmentState, { word: string; tone: TagTone; icon: IconName }> = {
  unowned: { word: 'Tanpa pengampu', tone: 'warn', icon: 'alert' },
  double: { word: 'Berpengampu dua', tone: 'warn', icon: 'alert' },
  'not-applicable': { word: 'Tidak berlaku', tone: 'neutral', icon: 'minus' },
  shared: { word: 'Diampu bersama', tone: 'info', icon: 'person' },
  owned: { word: 'Berpengampu', tone: 'good', icon: 'check-circle' },
}

/** `sejak 2026`, `2026 sampai 2027`. */
export const yearsText = ({ fromYear, toYear }: { fromYear: number | null; toYear: number | null }): string =>
  fromYear === null
    ? ''
    : toYear === null
      ? `sejak ${fromYear}`
      : fromYear === toYear
        ? `${fromYear}`
        : `${fromYear} sampai ${toYear}`
