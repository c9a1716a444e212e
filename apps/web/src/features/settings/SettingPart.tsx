import type { ReactNode } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { Part } from '#ui/Part.tsx'
import type { SettingForm } from './useSettingForm.ts'

/** One setting: what it is for, its fields, and the button that saves it alone. */
export function SettingPart({
  title,
  note,
  of,
  fields = ['value'],
  action,
  children,
}: {
  title: string
  note?: ReactNode
  of: SettingForm
  fields?: readonly string[]
  action: string
  children: ReactNode
}) {
  return (
    <Part title={title}>
      {note && <p className={styles.note}>{note}</p>}
      <PageForm of={of} fields={fields} action={action} said={of.said}>
        {children}
      </PageForm>
    </Part>
  )
}
