import { Link } from 'react-router'
import { paths } from '#ui/paths.ts'

/** The name of an office leads to its page. `short`: by its short name, where there is little room. */
export function OfficeLink({
  office,
  short,
  className,
}: {
  office: { id: string; name: string; shortName: string }
  short?: boolean
  className?: string | undefined
}) {
  return (
    <Link to={paths.office(office.id)} className={className}>
      {short ? <abbr title={office.name}>{office.shortName || office.name}</abbr> : office.name}
    </Link>
  )
}
