import type {
  Acting,
  ActorId,
  Catalogue,
  EditionFileStatus,
  EditionFormat,
  EditionOutline,
  EditionStatus,
  EditionType,
  FormId,
  FrozenEdition,
  NoticeKind,
  NoticeLine,
  NoticeMail,
  Reorganisation,
  ReorganisationStatus,
  ReportStatus,
  ReportType,
  ReviewStatement,
  Role,
  RuleSet,
  RuleSetStatus,
  ShippedStatus,
  SigningWay,
} from '@sepakat/rules'
import type { OwnOutline } from '@sepakat/rules/editions/ownOutline.ts'
import type { PaperTemplate } from '@sepakat/rules/papers/PaperKind.ts'

type Typed<Row, Columns> = { [Name in keyof Row]: Name extends keyof Columns ? Columns[Name] : Row[Name] }

const columns =
  <Columns>() =>
  <Row extends object>(row: Row) =>
    row as Typed<Row, Columns>

/**
 * A row as Prisma Client read it, by its model, with what the schema cannot say: which texts a column holds, and the shape of its
 * JSON. Nothing is checked again: it was before it was written.
 */
export const typed = {
  edition: columns<{
    type: EditionType
    status: EditionStatus
    outline: EditionOutline
    statement: ReviewStatement | null
    statusBy: ActorId
    openedBy: ActorId
  }>(),
  editionOutline: columns<{ type: EditionType; outline: OwnOutline | null; by: ActorId }>(),
  editionFrozen: columns<{ body: FrozenEdition; by: ActorId }>(),
  editionFile: columns<{
    format: EditionFormat
    status: EditionFileStatus
    signedWith: SigningWay | null
    orderedBy: ActorId
  }>(),
  announcement: columns<{ reportTypes: ReportType[]; by: ActorId }>(),
  paperTemplate: columns<{ template: PaperTemplate | null; by: ActorId }>(),
  formVersion: columns<{ form: FormId; body: Catalogue }>(),
  notice: columns<{ kind: NoticeKind; lines: NoticeLine[]; mail: NoticeMail }>(),
  obligation: columns<{ status: ReportStatus }>(),
  period: columns<{ form: FormId }>(),
  post: columns<{ role: Role; reportTypes: ReportType[]; acting: Acting | null }>(),
  reminder: columns<{ by: ActorId }>(),
  reorganisation: columns<
    Pick<Reorganisation, 'successors' | 'choices'> & { status: ReorganisationStatus; by: ActorId }
  >(),
  rowAssignment: columns<{ form: FormId }>(),
  ruleSet: columns<{
    status: RuleSetStatus
    body: RuleSet
    proposedBy: ActorId
    approvedBy: ActorId | null
  }>(),
  shippedCatalogue: columns<{ status: ShippedStatus; body: Catalogue }>(),
  submission: columns<{ form: FormId }>(),
  wave: columns<{ reportTypes: ReportType[] }>(),
}
