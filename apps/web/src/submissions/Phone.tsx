interface Contact {
  name: string
  phone: string | null
  /** Its digits as a link needs them; null where it is no number. */
  whatsapp: string | null
}

/** A number to call; what is no number is shown as it was entered. */
export function Phone({ of: { name, phone, whatsapp }, className }: { of: Contact; className?: string | undefined }) {
  if (!phone) return <small>nomor belum tercatat</small>
  if (!whatsapp) return <small>{phone}</small>
  return (
    <a href={`tel:+${whatsapp}`} aria-label={`Telepon ${name}, ${phone}`} className={className}>
      {phone}
    </a>
  )
}
