{{/* Everything that one service is made of. Called with root, name (proxy), image (proxy-service), port, values and
     environment (a list of lines of YAML); asksTheCluster where the service speaks to Kubernetes, and jars, the source of
     a volume, where it loads some that are not in its image. */}}
{{- define "gatehouse.fullname" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "gatehouse.selector" -}}
app.kubernetes.io/name: gatehouse
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{- define "gatehouse.labels" -}}
{{ include "gatehouse.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "gatehouse.image" -}}
{{- with .root.Values.image -}}
{{- with .registry }}{{ . }}/{{ end }}{{ .repository }}/{{ $.image }}:{{ .tag | default $.root.Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{/* Puts a setting `into` a dictionary of environment variables, and all that are in it; one that is not given is left to the
     service. Called with name, value and into; gives nothing. */}}
{{- define "gatehouse.settings" -}}
{{- $into := .into -}}
{{- $name := .name -}}
{{- if kindIs "map" .value -}}
{{- range $key, $value := .value -}}
{{- include "gatehouse.settings" (dict "name" (printf "%s_%s" $name (upper $key)) "value" $value "into" $into) -}}
{{- end -}}
{{- else if kindIs "slice" .value -}}
{{- range $index, $value := .value -}}
{{- include "gatehouse.settings" (dict "name" (printf "%s_%d" $name $index) "value" $value "into" $into) -}}
{{- end -}}
{{- else if and (kindIs "float64" .value) (eq (floor .value) .value) -}}
{{- $_ := set $into $name (toString (int64 .value)) -}}
{{- else if not (kindIs "invalid" .value) -}}
{{- $_ := set $into $name (toString .value) -}}
{{- end -}}
{{- end -}}

{{- define "gatehouse.service" -}}
{{- $fullname := include "gatehouse.fullname" . -}}
{{- $management := add .port 1000 -}}
{{- $secret := required "existingSecret: a Secret with service.key, guests.jwk and partner.jwk is required" .root.Values.existingSecret -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ $fullname }}
  labels: {{- include "gatehouse.labels" . | nindent 4 }}
  {{- with .values.serviceAccount.annotations }}
  annotations: {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ $fullname }}
  labels: {{- include "gatehouse.labels" . | nindent 4 }}
data:
  GATEHOUSE_LOGFORMAT: json
  SERVER_PORT: {{ .port | quote }}
  MANAGEMENT_SERVER_PORT: {{ $management | quote }}
  SPRING_CONFIG_IMPORT: "configtree:/run/settings/"
  SPRING_DATA_REDIS_HOST: {{ .root.Values.redis.host | quote }}
  SPRING_DATA_REDIS_PORT: {{ .root.Values.redis.port | quote }}
  GATEHOUSE_REGISTRY_DURABILITY: {{ .root.Values.redis.durability | default "local" | quote }}
  {{- range $name, $value := .environment }}
  {{ $name }}: {{ $value | quote }}
  {{- end }}
  {{- range $name, $value := .values.environment }}
  {{ $name }}: {{ $value | quote }}
  {{- end }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ $fullname }}
  labels: {{- include "gatehouse.labels" . | nindent 4 }}
  {{- with .values.service.annotations }}
  annotations: {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  type: {{ .values.service.type }}
  selector: {{- include "gatehouse.selector" . | nindent 4 }}
  ports:
    - { name: http, port: {{ .port }}, targetPort: http }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $fullname }}
  labels: {{- include "gatehouse.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "gatehouse.selector" . | nindent 6 }}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $fullname }}
  labels: {{- include "gatehouse.labels" . | nindent 4 }}
spec:
  replicas: {{ .values.replicas }}
  selector:
    matchLabels: {{- include "gatehouse.selector" . | nindent 6 }}
  strategy:
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  template:
    metadata:
      labels: {{- include "gatehouse.labels" . | nindent 8 }}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: {{ $management | quote }}
        prometheus.io/path: /actuator/prometheus
        gatehouse/settings: {{ toJson (list .environment .values.environment .root.Values.redis) | sha256sum | trunc 16 | quote }}
        {{- with .values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ $fullname }}
      automountServiceAccountToken: {{ .asksTheCluster | default false }}
      terminationGracePeriodSeconds: 60
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile: { type: RuntimeDefault }
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "gatehouse.selector" . | nindent 14 }}
      containers:
        - name: {{ .name }}
          image: {{ include "gatehouse.image" . }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
          ports:
            - { name: http, containerPort: {{ .port }} }
            - { name: management, containerPort: {{ $management }} }
          envFrom:
            - configMapRef: { name: {{ $fullname }} }
          env:
            - name: GATEHOUSE_NODE_ID
              valueFrom: { fieldRef: { fieldPath: metadata.name } }
            {{- if eq .name "session" }}
            - name: POD_IP
              valueFrom: { fieldRef: { fieldPath: status.podIP } }
            - { name: GATEHOUSE_SESSION_LINKURL, value: "ws://$(POD_IP):{{ .port }}/link" }
            - { name: GATEHOUSE_SESSION_HTTPURL, value: "http://$(POD_IP):{{ .port }}" }
            {{- end }}
            {{- if eq .name "game-instance" }}
            - name: POD_IP
              valueFrom: { fieldRef: { fieldPath: status.podIP } }
            - { name: GATEHOUSE_INSTANCES_HTTPURL, value: "http://$(POD_IP):{{ .port }}" }
            {{- end }}
            {{- with .root.Values.redis.existingSecret }}
            - name: SPRING_DATA_REDIS_PASSWORD
              valueFrom: { secretKeyRef: { name: {{ . }}, key: password } }
            {{- end }}
          startupProbe:
            httpGet: { path: /livez, port: management }
            periodSeconds: 2
            failureThreshold: 60
          livenessProbe:
            httpGet: { path: /livez, port: management }
            periodSeconds: 10
            timeoutSeconds: 3
          readinessProbe:
            httpGet: { path: /readyz, port: management }
            periodSeconds: 5
            timeoutSeconds: 3
          resources: {{- toYaml .values.resources | nindent 12 }}
          volumeMounts:
            - { name: settings, mountPath: /run/settings, readOnly: true }
            {{- if .keys }}
            - { name: keys, mountPath: /run/keys, readOnly: true }
            {{- end }}
            - { name: tmp, mountPath: /tmp }
            {{- if .jars }}
            - { name: jars, mountPath: /games, readOnly: true }
            {{- end }}
      volumes:
        - name: settings
          secret:
            secretName: {{ $secret }}
            items:
              - { key: service.key, path: gatehouse.service-key }
              {{- range .pools }}
              - { key: pool-{{ . }}.key, path: gatehouse.instances.provider.pool.keys.{{ . }} }
              {{- end }}
              {{- range .values.secrets }}
              - { key: {{ .key }}, path: {{ .setting }} }
              {{- end }}
        {{- with .keys }}
        - name: keys
          secret:
            secretName: {{ $secret }}
            items: {{- toYaml . | nindent 14 }}
        {{- end }}
        - name: tmp
          emptyDir: { sizeLimit: 64Mi }
        {{- with .jars }}
        - name: jars
          {{- toYaml . | nindent 10 }}
        {{- end }}
{{- end -}}

{{- define "gatehouse.operators" -}}
GATEHOUSE_OPERATORS_ISSUER: {{ required "operators.issuer: who signs operators' tokens is required" .Values.operators.issuer | quote }}
GATEHOUSE_OPERATORS_JWKS: {{ required "operators.jwks: the address of the operators' public keys is required" .Values.operators.jwks | quote }}
GATEHOUSE_OPERATORS_AUDIENCE: {{ .Values.operators.audience | quote }}
{{- end -}}
