import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import styles from './Button.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons/Icon.tsx'

type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonLook {
  kind?: ButtonKind
  small?: boolean
  wide?: boolean
  icon?: IconName
}
export const buttonClass = ({ kind = 'secondary', small, wide }: ButtonLook, className?: string): string =>
  cx(styles.button, styles[kind], small && styles.small, wide && styles.wide, className)

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'>, ButtonLook {
  /** Why it is disabled. The button stays focusable and the reason is beside it. */
  whyNot?: string | null | false | undefined
  /** Work in progress: replaces the label, and blocks a second press. */
  busy?: string | false
  ref?: Ref<HTMLButtonElement>
}

/** A button says what it does. */
export function Button({
  kind,
  small,
  wide,
  icon,
  whyNot,
  busy,
  children,
  className,
  onClick,
  ref,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const held = Boolean(whyNot) || Boolean(busy)
  return (
    <>
      <button
        type="button"
        {...rest}
        ref={ref}
        className={buttonClass({ kind, small, wide }, className)}
        aria-disabled={held || undefined}
        aria-describedby={whyNot ? reasonId : rest['aria-describedby']}
        onClick={event => (held ? event.preventDefault() : onClick?.(event))}
      >
        {icon && <Icon name={icon} />}
        {busy || children}
      </button>
      {whyNot && (
        <span id={reasonId} className={styles.reason}>
          {whyNot}
        </span>
      )}
    </>
  )
}

/** Only for icons everyone knows (close, show password, open the menu); the label is read out and shown on hover. */
export function IconButton({
  icon,
  label,
  className,
  children,
  ...rest
}: Omit<ButtonProps, 'children' | 'icon' | 'whyNot' | 'busy'> & {
  icon: IconName
  label: string
  children?: ReactNode
}) {
  return (
    <Button
      {...rest}
      kind={rest.kind ?? 'quiet'}
      className={cx(styles.iconOnly, className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
      {children}
    </Button>
  )
}
