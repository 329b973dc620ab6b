import { servePicture } from '#features/picture/serve-picture.ts'

/** The files of the pictures, for everybody. */
export async function GET(request: Request, { params }: RouteContext<'/pictures/[id]/[file]'>): Promise<Response> {
  return await servePicture(await params, request.headers)
}

export const HEAD = GET
