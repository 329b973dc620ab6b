import { type Level, levelNames, type Rank } from '#lib/levels.ts'

interface LevelChartProps {
  rows: readonly { key: string; name: string; level: Level | null; target: Rank }[]
  /** The id of the table that says the same. */
  tableId: string
}

const width = 240
const unit = width / 4

/**
 * Levels against targets, a bar a skill. Names are text of the page and only the bars are pictures, so that it reads
 * at any width; a table carries the same figures for whoever cannot see it.
 */
export function LevelChart({ rows, tableId }: LevelChartProps) {
  return (
    <figure aria-describedby={tableId} className="mt-6">
      <div aria-hidden="true" className="grid gap-y-2.5">
        <div className="hidden text-tiny text-ink-soft tablet:grid tablet:grid-cols-[15rem_1fr] tablet:gap-x-6">
          <span />
          <span className="grid grid-cols-4 text-right">
            {levelNames.slice(1).map((name) => (
              <span key={name}>{name}</span>
            ))}
          </span>
        </div>
        {rows.map(({ key, name, level, target }) => (
          <div key={key} className="keep-together grid items-center gap-x-6 gap-y-1 tablet:grid-cols-[15rem_1fr]">
            <span className="text-small leading-tight">{name}</span>
            <svg
              viewBox={`-1 0 ${width + 2} 14`}
              preserveAspectRatio="none"
              className="block h-4 w-full"
              aria-hidden="true"
              focusable="false"
            >
              <rect x={0} y={5} width={width} height={4} rx={2} className="fill-rung" />
              {level !== null && level > 0 && (
                <rect x={0} y={3} width={level * unit} height={8} rx={2} className="fill-mark" />
              )}
              {level === null && (
                <line
                  x1={0}
                  y1={7}
                  x2={target * unit}
                  y2={7}
                  strokeDasharray="3 4"
                  strokeWidth={2}
                  className="stroke-ink-soft"
                />
              )}
              <line
                x1={target * unit}
                y1={0}
                x2={target * unit}
                y2={14}
                strokeWidth={2}
                className="stroke-ink"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
          </div>
        ))}
      </div>
      <figcaption className="mt-4 text-tiny text-ink-soft">
        Bar: your level. Upright line: what the role asks for. Dashed: not sure.
      </figcaption>
    </figure>
  )
}
