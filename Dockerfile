# One image recipe for the three programs: docker build --build-arg PROJECT=Portal.Web .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG PROJECT
WORKDIR /src
COPY . .
RUN dotnet publish ${PROJECT} -c Release -o /app -p:RestoreLockedMode=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
ARG PROJECT
ENV PROGRAM=${PROJECT}.dll
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown app /data
USER app
ENTRYPOINT ["sh", "-c", "exec dotnet $PROGRAM \"$@\"", "--"]
