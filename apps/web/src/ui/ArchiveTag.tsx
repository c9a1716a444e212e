import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { Tag } from './Tag.tsx'

/** Beside every value imported from before the system. */
export const ArchiveTag = () => <Tag tone="warn">{archiveMark}</Tag>
