import { lazy } from 'react';

/** Seldom opened: fetched when they are. */
export const ForgottenPage = lazy(async () => ({ default: (await import('./forgotten-page.tsx')).ForgottenPage }));
export const RemovePage = lazy(async () => ({ default: (await import('./remove-page.tsx')).RemovePage }));
export const SignInInPlace = lazy(async () => ({ default: (await import('./sign-in-in-place.tsx')).SignInInPlace }));
