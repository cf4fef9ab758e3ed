import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Chunk, ChunkGraph, Compiler, Configuration, Module } from 'webpack';
import { Compilation, sources } from 'webpack';

// ConsoleRemotePlugin puts a hash into the name of the entry only then; only hashed files may be cached for good.
process.env.NODE_ENV = 'production';

const swc = {
  loader: 'swc-loader',
  options: {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
};

const compressible = /\.(?:js|json|css|svg)$/;

/**
 * Emits a .gz neighbour for each text asset, so that nginx can serve it with gzip_static.
 * The console's own server passes a plugin's answers through as they are and compresses nothing.
 */
const precompress = {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('Precompress', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'Precompress', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        (assets) => {
          for (const [name, asset] of Object.entries(assets)) {
            if (!compressible.test(name)) continue;
            compilation.emitAsset(
              `${name}.gz`,
              new sources.RawSource(gzipSync(asset.buffer(), { level: 9 })),
            );
          }
        },
      );
    });
  },
};

/** Whether the chunk holds nothing but copies of modules that a console is expected to share. */
const isFallback = (chunk: Chunk): boolean =>
  [...chunk.groupsIterable].every(({ origins }) =>
    origins.every(({ module }) => /^(?:provide|consume-shared)-module$/.test(module?.type ?? '')),
  );

/** Decides whether a module goes into a shared chunk. */
type SharedTest = (module: Module, graphs: { chunkGraph: ChunkGraph }) => boolean;

const onFirstPages = ['exposed-FleetPage', 'exposed-ModelPage'];

/** Whether both pages that people open first need the module. */
const isOnFirstPages: SharedTest = (module, { chunkGraph }) => {
  const names = new Set([...chunkGraph.getModuleChunksIterable(module)].map(({ name }) => name));
  return module.type.startsWith('javascript/') && onFirstPages.every((name) => names.has(name));
};

const config: Configuration = {
  mode: 'production',
  // The entries are the exposed modules that package.json and console-extensions.json name.
  entry: {},
  context: path.resolve(__dirname, 'src'),
  devtool: false,
  output: {
    path: path.resolve(__dirname, 'dist'),
    filename: '[name]-bundle-[hash].min.js',
    chunkFilename: '[id]-chunk-[contenthash].min.js',
    // The entry, which every page of the console loads, lists all chunks: short names keep it small.
    hashDigestLength: 12,
    clean: true,
  },
  optimization: {
    // The shortest names: a page of many small files says each of them often.
    moduleIds: 'natural',
    mangleExports: 'size',
    splitChunks: {
      cacheGroups: {
        // Consoles of 4.22 and later share PatternFly; the copy for others is one file. A file for each component
        // would cost every page of every console its line in the entry.
        fallback: {
          name: 'fallback',
          chunks: isFallback,
          test: (module: Module) => module.type.startsWith('javascript/'),
          enforce: true,
        },
        // One file compresses better than two, and is one request less.
        common: { name: 'common', test: isOnFirstPages, enforce: true },
      },
    },
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    alias: { 'react/jsx-runtime$': path.resolve(__dirname, 'src/jsxRuntime.ts') },
  },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: [swc] },
      { test: /\.css$/, use: [path.resolve(__dirname, 'webpack.styles.cjs')] },
      // Some ES modules among the dependencies leave out file extensions.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    new ConsoleRemotePlugin(),
    new CopyWebpackPlugin({ patterns: [{ from: path.resolve(__dirname, 'locales'), to: 'locales' }] }),
    precompress,
  ],
  performance: { hints: 'error', maxAssetSize: 550_000, maxEntrypointSize: 50_000 },
};

export default config;
