import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '../../../../server/auth';
import { sessionCookie } from '../../../../server/session-cookie';

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

async function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  const options = authOptions({
    ip: request.headers.get('x-client-address') ?? '',
    userAgent: request.headers.get('user-agent') ?? undefined,
    token: request.cookies.get(sessionCookie().name)?.value,
  });
  return (await NextAuth(request, { params: await context.params }, options)) as Response;
}

export { handler as GET, handler as POST };
