{{/* A hook that runs one action of files/consolePlugins.mjs. Takes root, action and hook. */}}
{{- define "plugin.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "plugin.name" .root }}-console-{{ .action }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "plugin.labels" .root | nindent 4 }}
  annotations:
    helm.sh/hook: {{ .hook }}
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
    helm.sh/hook-output-log-policy: hook-succeeded,hook-failed
spec:
  # The program itself tries again where that can help; a failure is told at once.
  backoffLimit: 0
  activeDeadlineSeconds: 240
  template:
    metadata:
      labels:
        app.kubernetes.io/name: {{ include "plugin.name" .root }}-console
        app.kubernetes.io/instance: {{ .root.Release.Name }}
    spec:
      restartPolicy: Never
      serviceAccountName: {{ include "plugin.name" .root }}-console
      {{- include "plugin.pullSecrets" .root | nindent 6 }}
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: {{ .action }}
          image: {{ include "plugin.imageOf" .root.Values.job.image }}
          command: [node, /job/consolePlugins.mjs, {{ .action }}]
          env:
            - name: PLUGIN
              value: {{ include "plugin.name" .root }}
            - name: NODE_EXTRA_CA_CERTS
              value: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt
          terminationMessagePolicy: FallbackToLogsOnError
          resources:
            requests:
              cpu: 10m
              memory: 64Mi
            limits:
              memory: 256Mi
          securityContext:
            {{- include "plugin.containerSecurity" .root | nindent 12 }}
          volumeMounts:
            - name: job
              mountPath: /job
              readOnly: true
      volumes:
        - name: job
          configMap:
            name: {{ include "plugin.name" .root }}-console
{{- end }}
