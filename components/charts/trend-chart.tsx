import { scaleLinear, scaleTime } from 'd3-scale'
import { line } from 'd3-shape'

interface TrendChartProps {
  /** Oldest first; at least two. */
  points: readonly { at: Date; value: number }[]
  /** Largest value of the scale, with the name of each tick. */
  ticks: readonly { value: number; label: string }[]
  label: string
}

const size = { width: 380, height: 180 }
const margin = { top: 14, right: 16, bottom: 12, left: 84 }

/** Values over time. The figures stand in a list beside it, so the picture itself is one image to a screen reader. */
export function TrendChart({ points, ticks, label }: TrendChartProps) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const highest = Math.max(...ticks.map(({ value }) => value))
  const x = scaleTime([first.at, last.at], [margin.left, size.width - margin.right])
  const y = scaleLinear([0, highest], [size.height - margin.bottom, margin.top])
  const path = line<{ at: Date; value: number }>()
    .x((point) => x(point.at))
    .y((point) => y(point.value))(points)
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
      className="block w-full max-w-[30rem]"
    >
      {ticks.map((tick) => (
        <g key={tick.value}>
          <line
            x1={margin.left}
            x2={size.width - margin.right}
            y1={y(tick.value)}
            y2={y(tick.value)}
            className="stroke-line"
          />
          <text x={0} y={y(tick.value)} dominantBaseline="middle" className="fill-ink-soft text-[12px]">
            {tick.label}
          </text>
        </g>
      ))}
      <path d={path ?? ''} fill="none" strokeWidth={2.5} strokeLinejoin="round" className="stroke-mark" />
      {points.map((point) => (
        <circle
          key={point.at.toISOString()}
          cx={x(point.at)}
          cy={y(point.value)}
          r={4.5}
          strokeWidth={2.5}
          className="fill-surface stroke-mark"
        />
      ))}
    </svg>
  )
}
