FROM registry.access.redhat.com/ubi9/nodejs-20:9.7 AS build
USER 0
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM registry.access.redhat.com/ubi9/nginx-124:9.7
COPY --chown=1001:0 charts/llm-autoscaling-console-plugin/files/nginx.conf /etc/nginx/nginx.conf
COPY --from=build --chown=1001:0 /build/dist /opt/app-root/src
USER 1001
EXPOSE 9443
ENTRYPOINT ["nginx", "-g", "daemon off;"]
