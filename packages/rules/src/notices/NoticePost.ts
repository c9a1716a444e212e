import type { Acting, Role } from '../access/roles.ts'
import type { ReportType } from '../reportTypes.ts'

/** A post in force, of a person who can sign in, as it decides what that person is told. */
export interface NoticePost {
  id: string
  person: string
  name: string
  role: Role
  title: string
  acting: Acting | null
  /** Empty: all of them. */
  reportTypes: ReportType[]
  region: boolean
  /** As the post names them; each includes its sub-offices. */
  offices: string[]
}
