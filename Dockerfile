# One image for each service: docker build --build-arg SERVICE=proxy-service -t gatehouse/proxy-service .
ARG SERVICE

FROM maven:3.9.11-eclipse-temurin-25 AS build
ARG SERVICE
WORKDIR /source
COPY . .
RUN mvn -q -B -ntp -DskipTests -pl "${SERVICE}" -am package \
    && java -Djarmode=tools -jar "${SERVICE}"/target/"${SERVICE}"-*-exec.jar \
        extract --layers --launcher --destination /layers

FROM eclipse-temurin:25.0.3_9-jre
RUN groupadd --system --gid 10001 gatehouse \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin gatehouse \
    && mkdir /games
WORKDIR /app
# From what changes least to what changes with every build, so that a new version is a small layer.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# Jars of games for session-service, of providers for game-instance-service.
ENV LOADER_PATH=/games
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "org.springframework.boot.loader.launch.PropertiesLauncher"]
