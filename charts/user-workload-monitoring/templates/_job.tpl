{{/* A hook that runs one action of files/userWorkloadMonitoring.mjs. Takes root, action and hook. */}}
{{- define "uwm.job" -}}
{{- $name := include "uwm.name" .root -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ $name }}-{{ .action }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "uwm.labels" .root | nindent 4 }}
  annotations:
    helm.sh/hook: {{ .hook }}
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
    helm.sh/hook-output-log-policy: hook-succeeded,hook-failed
spec:
  # The program itself tries again where that can help; a failure is told at once.
  backoffLimit: 0
  # Time for pulling the image, beside the program's own limit.
  activeDeadlineSeconds: {{ add (int .root.Values.job.waitSeconds) 180 }}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: {{ $name }}
        app.kubernetes.io/instance: {{ .root.Release.Name }}
    spec:
      restartPolicy: Never
      serviceAccountName: {{ $name }}
      {{- with .root.Values.job.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: {{ .action }}
          {{- with .root.Values.job.image }}
          image: {{ .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ .tag }}{{ end }}
          {{- end }}
          command: [node, /job/userWorkloadMonitoring.mjs, {{ .action }}]
          env:
            - name: WAIT_SECONDS
              value: {{ .root.Values.job.waitSeconds | quote }}
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
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: job
              mountPath: /job
              readOnly: true
      volumes:
        - name: job
          configMap:
            name: {{ $name }}
{{- end }}
