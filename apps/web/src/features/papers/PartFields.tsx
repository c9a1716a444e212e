import type { ReactNode } from 'react'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Names, TemplatePart } from './queries.ts'

interface PartFieldsProps {
  part: TemplatePart
  names: Names
  /** Its place in what is sent: `template.3`. */
  at: string
  errorAt: (field: string) => string | undefined
  onChange: (part: TemplatePart) => void
  /** The parts inside it. */
  nested: ReactNode
}

const choices = (names: readonly string[]) => names.map(value => ({ value, label: value }))
const levels = [
  { value: '', label: 'Bagian' },
  { value: '3', label: 'Anak bagian' },
  { value: '4', label: 'Anak dari anak bagian' },
]

/** What can be changed in one part of a template. */
export function PartFields({ part, names, at, errorAt, onChange, nested }: PartFieldsProps) {
  switch (part.part) {
    case 'letterhead':
      return (
        <TextField
          label="Nama di kop"
          optional
          hint="Kosong: nama perangkat daerah yang melaporkan."
          value={part.office ?? ''}
          onChange={event =>
            onChange({ part: 'letterhead', ...(event.target.value && { office: event.target.value }) })
          }
          error={errorAt(`${at}.office`)}
        />
      )
    case 'cover':
    case 'title':
    case 'lines':
      return (
        <TextArea
          label="Baris-baris"
          value={part.lines.join('\n')}
          onChange={event => onChange({ ...part, lines: event.target.value.split('\n') })}
          error={errorAt(`${at}.lines`)}
        />
      )
    case 'heading':
      return (
        <>
          <TextField
            label="Judul"
            value={part.text}
            onChange={event => onChange({ ...part, text: event.target.value })}
            error={errorAt(`${at}.text`)}
          />
          <SelectField
            label="Tingkat"
            options={levels}
            value={String(part.level ?? '')}
            onChange={level =>
              onChange({ part: 'heading', text: part.text, ...(level && { level: level === '3' ? 3 : 4 }) })
            }
          />
        </>
      )
    case 'text':
      return (
        <TextArea
          label="Isi paragraf"
          value={part.text}
          onChange={event => onChange({ ...part, text: event.target.value })}
          error={errorAt(`${at}.text`)}
        />
      )
    case 'facts':
      return (
        <TextArea
          label="Keterangan"
          hint="Satu keterangan satu baris: nama, titik dua, lalu isinya."
          value={part.facts.map(({ name, said }) => (said === '' ? name : `${name}: ${said}`)).join('\n')}
          onChange={event => onChange({ ...part, facts: event.target.value.split('\n').map(factOf) })}
          error={errorAt(`${at}.facts`)}
        />
      )
    case 'prose':
      return (
        <SelectField
          label="Uraian"
          options={choices(names.places)}
          value={part.of}
          onChange={of => onChange({ ...part, of })}
          error={errorAt(`${at}.of`)}
        />
      )
    case 'table':
      return (
        <SelectField
          label="Tabel"
          options={choices(names.tables)}
          value={part.table}
          onChange={table => onChange({ ...part, table })}
          error={errorAt(`${at}.table`)}
        />
      )
    case 'signatures':
      return (
        <>
          <TextField
            label="Tempat dan tanggal"
            optional
            value={part.on}
            onChange={event => onChange({ ...part, on: event.target.value })}
            error={errorAt(`${at}.on`)}
          />
          {part.by.map(({ as, signer }, nth) => (
            <TextField
              key={signer}
              label={`Sebutan penanda tangan ke-${nth + 1}`}
              optional
              value={as}
              onChange={event =>
                onChange({
                  ...part,
                  by: part.by.map((one, other) => (other === nth ? { ...one, as: event.target.value } : one)),
                })
              }
              error={errorAt(`${at}.by.${nth}`)}
            />
          ))}
        </>
      )
    case 'each':
      return (
        <>
          <SelectField
            label="Setiap"
            options={choices(names.each)}
            value={part.each}
            onChange={each => onChange({ ...part, each })}
            error={errorAt(`${at}.each`)}
          />
          {nested}
        </>
      )
    default:
      return null
  }
}

/** `Nama: isi`; without a colon the name alone, whose missing text is then asked for. */
function factOf(line: string) {
  const colon = line.indexOf(':')
  return colon < 0
    ? { name: line, said: '' }
    : { name: line.slice(0, colon).trim(), said: line.slice(colon + 1).replace(/^ /, '') }
}
