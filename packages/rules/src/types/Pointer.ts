export type TableId = string
export type RowId = string
export type FieldId = string
export type PeriodKey = string
export type Pointer = `/${TableId}/${RowId}/${FieldId}`
export type RowPointer = `/${TableId}/${RowId}`
export type Anchor = '' | `/${string}`
