/** For specs: react-router wants TextEncoder, which every browser has and jsdom does not hand on. Import it first. */
import { TextEncoder } from 'node:util';

Object.assign(globalThis, { TextEncoder });
