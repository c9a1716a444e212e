import { Icon } from './icons/Icon.tsx'

/** The contact person, with a link that opens WhatsApp. */
export function Contact({ contact, about }: { contact: { name: string; whatsapp: string }; about?: string }) {
  const number = contact.whatsapp.replace(/\D/g, '')
  if (!number) return <>{contact.name}</>
  const address = `https://wa.me/${number}${about ? `?text=${encodeURIComponent(about)}` : ''}`
  return (
    <>
      {contact.name},{' '}
      <a href={address} target="_blank" rel="noreferrer">
        WhatsApp +{number} <Icon name="external" size={14} />
        <span className="visually-hidden"> (membuka jendela baru)</span>
      </a>
    </>
  )
}
