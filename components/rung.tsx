import { type Level, levelNames, type Rank, ranks } from '#lib/levels.ts'

interface RungProps {
  /** The reader's level; null when it was never rated. */
  level: Level | null
  /** What the role asks for. */
  target?: Rank | null
  /** Height of the picture; the words beside it carry the same at any size. */
  size?: 'small' | 'large'
  /** Set where the words stand right beside it already. */
  decorative?: boolean
}

/** What a rung says to someone who cannot see it. */
export function rungText(level: Level | null, target?: Rank | null): string {
  const own =
    level === null
      ? 'Not rated yet'
      : level === 0
        ? 'None yet, level 0 of 4'
        : `${levelNames[level]}, level ${level} of 4`
  return target ? `${own}; target: ${levelNames[target]}` : own
}

/**
 * A skill level as four rungs: filled up to the reader's level, the role's target outlined. Drawn as SVG, not as
 * backgrounds, so that it prints, and told apart by shape, so that it works in black and white.
 */
export function Rung({ level, target = null, size = 'small', decorative = false }: RungProps) {
  const picture = (
    <svg
      viewBox="0 0 70 12"
      className={size === 'large' ? 'h-4 w-auto' : 'h-3 w-auto'}
      aria-hidden="true"
      focusable="false"
    >
      {ranks.map((rank) => {
        const x = (rank - 1) * 18
        const filled = level !== null && rank <= level
        return (
          <g key={rank}>
            <rect x={x + 1} y={2.5} width={14} height={7} rx={1.8} className={filled ? 'fill-mark' : 'fill-rung'} />
            {rank === target && (
              <rect
                x={x}
                y={1.2}
                width={16}
                height={9.6}
                rx={2.6}
                fill="none"
                strokeWidth={1.8}
                className="stroke-ink"
              />
            )}
          </g>
        )
      })}
    </svg>
  )
  if (decorative) return <span className="inline-flex shrink-0">{picture}</span>
  return (
    <span className="inline-flex shrink-0" role="img" aria-label={rungText(level, target)}>
      {picture}
    </span>
  )
}
