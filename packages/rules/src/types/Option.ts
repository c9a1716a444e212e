export interface Option {
  id: string
  label: string
}
