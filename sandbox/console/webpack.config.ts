import CopyWebpackPlugin from 'copy-webpack-plugin';
import * as path from 'node:path';
import type { Configuration } from 'webpack';
import { sharing } from 'webpack';
import { sharedModules } from './sharedModules';
import { shimAliases } from './shimAliases';

const root = path.join(__dirname, '..', '..');
const src = path.join(__dirname, 'src');

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

const common: Configuration = {
  mode: 'production',
  context: src,
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  // Served from this machine and built on it: a small download is not worth a long build.
  optimization: { minimize: false },
  performance: { hints: false },
};

/**
 * The simulated time is a script of its own, so that it runs before everything else;
 * in the host's compilation the shared modules would become part of it.
 */
const time = (output: string): Configuration => ({
  ...common,
  name: 'time',
  entry: { time: './time/install.ts' },
  output: { path: output, filename: '[name].[contenthash].js' },
  module: { rules: [{ test: /\.tsx?$/, use: [swc] }] },
});

const patternfly = path.join(root, 'node_modules/@patternfly/patternfly');

const host = (output: string): Configuration => ({
  ...common,
  name: 'host',
  entry: { host: './index.ts' },
  output: {
    path: output,
    publicPath: '/static/',
    filename: '[name].[contenthash].js',
    chunkFilename: '[name].[contenthash].js',
  },
  resolve: { ...common.resolve, alias: shimAliases(path.join(src, 'shims')) },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: [swc] },
      { test: /\.css$/, include: src, use: [path.join(root, 'webpack.styles.cjs')] },
      // The page links PatternFly's complete style sheets, as the console does.
      { test: /\.s?css$/, include: /node_modules/, type: 'asset/source', sideEffects: false },
      { test: /\.(?:svg|png|jpe?g|woff2?)$/, type: 'asset/resource' },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    // Plugins bring no copy of a singleton of their own, so the host needs not consume: it provides.
    new sharing.ProvideSharedPlugin({ provides: sharedModules() }),
    new CopyWebpackPlugin({
      patterns: [
        ...['patternfly.css', 'patternfly-addons.css', 'patternfly-charts.css'].map((file) => ({
          from: path.join(patternfly, file),
          to: 'patternfly/',
        })),
        { from: path.join(patternfly, 'assets'), to: 'patternfly/assets' },
      ],
    }),
  ],
});

/** The webpack configurations that put the local console's host page into the folder `output`. */
export function configurations(output: string): Configuration[] {
  return [time(output), host(output)];
}
