internal import Glibc

/// A numeric address and a port in the form that the socket calls take.
struct SocketAddress {
    private var storage = sockaddr_storage()
    /// Whether the address is an IPv6 one.
    let isIPv6: Bool
    /// Whether only this machine can reach it.
    let isLoopback: Bool

    /// Reads `127.0.0.1`, `::1`, `localhost`; nil for anything else that is no numeric address.
    init?(_ text: String, port: UInt16) {
        let text = text == "localhost" ? "127.0.0.1" : text
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if inet_pton(AF_INET, text, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            isIPv6 = false
            isLoopback = UInt32(bigEndian: four.sin_addr.s_addr) >> 24 == 127
            withUnsafeBytes(of: &four) { source in
                withUnsafeMutableBytes(of: &storage) { $0.copyMemory(from: source) }
            }
        } else if inet_pton(AF_INET6, text, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            isIPv6 = true
            let bytes = withUnsafeBytes(of: &six.sin6_addr) { Array($0) }
            isLoopback = bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
            withUnsafeBytes(of: &six) { source in
                withUnsafeMutableBytes(of: &storage) { $0.copyMemory(from: source) }
            }
        } else {
            return nil
        }
    }

    /// Listens on the address and says on which port, which the system chooses for port 0.
    func listen() throws(SocketError) -> (descriptor: Int32, port: UInt16) {
        let family = isIPv6 ? AF_INET6 : AF_INET
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketError(number: errno) }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = storage
        var length = socklen_t(isIPv6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && Glibc.listen(descriptor, 64) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard bound else {
            let number = errno
            _ = close(descriptor)
            throw SocketError(number: number)
        }
        // The port stands at the same place in both families.
        let port = withUnsafeBytes(of: &address) { $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self) }
        return (descriptor, UInt16(bigEndian: port))
    }
}

/// A socket call that failed.
struct SocketError: Error {
    /// The C error number.
    let number: Int32
}
