internal import CZeroMQ

extension ZeroMQSocket {
    /// The next message that has arrived, or nil; never waits.
    func receive() -> [[UInt8]]? {
        var frames: [[UInt8]] = []
        var hasMore = true
        while hasMore {
            guard let frame = receiveFrame(&hasMore) else { return nil }
            frames.append(frame)
        }
        return frames
    }

    private func receiveFrame(_ hasMore: inout Bool) -> [UInt8]? {
        var message = zmq_msg_t()
        zmq_msg_init(&message)
        defer { zmq_msg_close(&message) }
        while zmq_msg_recv(&message, pointer, ZMQ_DONTWAIT) < 0 {
            guard ZeroMQError.wasInterrupted else { return nil }
        }
        hasMore = zmq_msg_more(&message) != 0
        return Array(UnsafeRawBufferPointer(start: zmq_msg_data(&message), count: zmq_msg_size(&message)))
    }

    /// Sends a message; one whose receiver is gone is dropped. Never waits: one whose queue is full is dropped.
    func send(_ frames: [[UInt8]]) {
        for (place, frame) in frames.enumerated() {
            let isLast = place == frames.count - 1
            guard sendFrame(frame, flags: isLast ? ZMQ_DONTWAIT : ZMQ_DONTWAIT | ZMQ_SNDMORE) else { return }
        }
    }

    private func sendFrame(_ frame: [UInt8], flags: Int32) -> Bool {
        while zmq_send(pointer, frame, frame.count, flags) < 0 {
            guard ZeroMQError.wasInterrupted else { return false }
        }
        return true
    }
}
