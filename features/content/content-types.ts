import type { OriginKind, RedirectKind } from '#db/schema/site.ts'
import type { DraftContent, ReadDraft } from '#features/draft/draft-content.ts'
import type { GuideInput } from '#features/guide/guide-input.ts'
import type { AuthorInput } from '#features/guide/guide-schema.ts'
import type { RoleInput, SkillInput } from '#features/taxonomy/taxonomy-schema.ts'
import type { Lines } from './content-yaml.ts'

export interface Content {
  skills: SkillInput[]
  roles: RoleInput[]
  authors: AuthorInput[]
  guides: GuideInput[]
}

/** A skill as a file has it. An unfinished one may lack anything but its name. */
export type SkillThing = SkillInput & { unfinished: boolean }
export type RoleThing = RoleInput & { category?: string | undefined }
export interface CategoryThing {
  slug: string
  name: string
  summary: string
  position: number
}

/** A guide as readers see it. `published` is when they first did. */
export interface GuideThing {
  slug: string
  content: DraftContent
  published: Date | null
}

/** A working copy that readers do not see, or not all of. */
export interface DraftThing {
  slug: string
  content: DraftContent
  /** The address at which readers see an earlier version, where that is another one. */
  public: string | null
  archived: Date | null
}

export interface RedirectThing {
  kind: RedirectKind
  slug: string
  target: string
}

/** What a file said when it was last brought in, as its hash. */
export interface OriginThing {
  kind: OriginKind
  slug: string
  hash: string
}

export interface PictureThing {
  id: string
  name: string
  alt: string
  width: number
  height: number
  widths: number[]
  /** SHA-256 of what was uploaded: the same picture twice is one. */
  hash: string
  created: Date
  archived: Date | null
}

/** Something that was read, with what is needed to say where it stands. */
export interface Placed<Value> {
  value: Value
  file: string
  lineOf: Lines
}

/** A guide or a working copy that was read. Its text is parsed once: when somebody asks, or ahead of that in a thread. */
export interface PlacedText<Value> extends Placed<Value> {
  /** The lines of the file above the text. */
  bodyOffset: number
  read: () => ReadDraft
  readAhead: () => Promise<void>
}
